// Empty: the object library dlc_pch exists to own the precompiled header.
