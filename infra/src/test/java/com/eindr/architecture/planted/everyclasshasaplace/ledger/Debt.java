package com.eindr.architecture.planted.everyclasshasaplace.ledger;

public record Debt() {}
