/** The description of the API (OpenAPI 3.1), kept complete by code and not by care. */
@NullMarked
package com.eindr.shared.web.openapi;

import org.jspecify.annotations.NullMarked;
