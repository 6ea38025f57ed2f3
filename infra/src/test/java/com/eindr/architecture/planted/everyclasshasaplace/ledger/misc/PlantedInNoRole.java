package com.eindr.architecture.planted.everyclasshasaplace.ledger.misc;

class PlantedInNoRole {}
