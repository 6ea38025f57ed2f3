/** The log as auditors see it: searched, exported, folded to any moment. Everything that is read is recorded. */
@NullMarked
package com.eindr.infra.audit;

import org.jspecify.annotations.NullMarked;
