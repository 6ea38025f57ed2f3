package com.eindr.architecture.planted.everyclasshasaplace.ledger.command;

class Debts {}
