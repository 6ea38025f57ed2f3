package com.eindr.shared.web;

/**
 * What a write has come to.
 *
 * @param aggregateId what was written to
 * @param version the aggregate's version after it, counted from 1
 * @param position where its last event stands in the log; a read that has seen this position has seen the write
 */
public record Receipt(String aggregateId, long version, long position) {}
