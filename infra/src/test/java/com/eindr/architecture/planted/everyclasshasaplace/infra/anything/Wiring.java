package com.eindr.architecture.planted.everyclasshasaplace.infra.anything;

class Wiring {}
