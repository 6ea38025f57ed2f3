package com.eindr.account;

public enum Platform {
    ANDROID,
    IOS,
    WEB
}
