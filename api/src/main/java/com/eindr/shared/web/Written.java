package com.eindr.shared.web;

/**
 * The body of every answer to a write.
 *
 * @param id what was written to
 * @param version its version now; a thing's first version is 1
 */
public record Written(String id, long version) {}
