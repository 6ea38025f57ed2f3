package com.eindr.architecture.planted.thesharedkernelknowsnoframework.ledger.command;

import org.springframework.stereotype.Component;

@Component
abstract class Debts {}
