/**
 * The event log on PostgreSQL: dense positions in commit order, one writer that gathers, readers that never poll twice.
 */
@NullMarked
package com.eindr.infra.eventlog;

import org.jspecify.annotations.NullMarked;
