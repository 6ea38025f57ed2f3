package com.eindr.infra.flags;

import com.eindr.account.FlagName;
import com.eindr.shared.UserId;
import java.util.Map;

/** Knows which flags administrators have set for a person. */
@FunctionalInterface
public interface PersonalFlags {

    /** Those and no others; right within a second of a change. */
    Map<FlagName, Boolean> flagsOf(UserId user);
}
