package com.eindr.architecture.planted.featuresmeetintheirlanguages.shared.web;

public class Edge {}
