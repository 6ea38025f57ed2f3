package com.eindr.infra.security;

import com.eindr.infra.erasure.SignIns;
import com.eindr.shared.UserId;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;

/** The accounts of Firebase Authentication. */
final class FirebaseSignIns implements SignIns {
    private final FirebaseAuth firebase;

    FirebaseSignIns(FirebaseAuth firebase) {
        this.firebase = firebase;
    }

    @Override
    public void close(UserId person) {
        try {
            firebase.deleteUser(person.value());
        } catch (FirebaseAuthException e) {
            if (e.getAuthErrorCode() != AuthErrorCode.USER_NOT_FOUND) {
                throw new IllegalStateException("Firebase has not deleted an account", e);
            }
        }
    }
}
