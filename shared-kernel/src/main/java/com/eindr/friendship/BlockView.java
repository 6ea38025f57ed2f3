package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;

/** Somebody whom a person blocks. */
public record BlockView(UserId userId, Instant since, long version) {}
