package com.eindr.account.saga;

import java.time.Duration;

/**
 * How long whoever erases a person waits between its steps.
 *
 * @param settles longer than any node remembers a destroyed key, so that after it nothing personal is written any more
 */
public record ErasurePace(Duration settles) {}
