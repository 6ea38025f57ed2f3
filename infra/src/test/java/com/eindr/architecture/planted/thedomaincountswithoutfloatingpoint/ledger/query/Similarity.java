package com.eindr.architecture.planted.thedomaincountswithoutfloatingpoint.ledger.query;

record Similarity(double cosine) {}
