package com.eindr.infra.isolation;

import java.util.List;

/** A feature's part of the table: how each of its endpoints is called, and how the owner comes by what they are about. */
interface Scene {
    /** Every endpoint of the feature. */
    List<Operation> operations();
}
