package com.eindr.account;

import com.eindr.shared.UserId;
import java.util.Map;

/** Which features are switched on for whom, besides what plans include. Right within a second of a change. */
public interface FeatureFlags {

    /** Whether a feature is switched on for a person; a flag that nobody knows is off. */
    boolean isOn(UserId user, FlagName flag);

    /** Every flag that the environment or the person has, and whether it is on for them; by name. */
    Map<FlagName, Boolean> of(UserId user);
}
