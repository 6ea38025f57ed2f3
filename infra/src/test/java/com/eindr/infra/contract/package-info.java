/** What the description of the API promises, held against what the application does with requests nobody thought of. */
@NullMarked
package com.eindr.infra.contract;

import org.jspecify.annotations.NullMarked;
