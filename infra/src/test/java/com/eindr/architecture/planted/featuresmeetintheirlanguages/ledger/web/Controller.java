package com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger.web;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.shared.web.Edge;

class Controller extends Edge {}
