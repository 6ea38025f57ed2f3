package com.eindr.architecture.planted.thesharedkernelknowsnoframework.ledger;

import org.springframework.stereotype.Component;

@Component
abstract class PlantedComponent {}
