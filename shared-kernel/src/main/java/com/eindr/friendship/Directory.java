package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.util.Optional;

/** Knows people by the addresses they have verified. Takes as long, give or take, whether or not it knows one. */
@FunctionalInterface
public interface Directory {

    /** Whose address it is; empty where nobody is known by it, or whoever is does not want to be found. */
    Optional<UserId> find(Address address);
}
