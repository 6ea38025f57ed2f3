package com.eindr.architecture.planted.everyclasshasaplace;

class PlantedInNoFeature {}
