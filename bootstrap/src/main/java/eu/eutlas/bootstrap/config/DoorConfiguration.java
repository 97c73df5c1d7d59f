package eu.eutlas.bootstrap.config;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where a door for those who run the installation is, and who may come in.
 *
 * @param port 0 for any that is free
 * @param credentials always there where the address is not this machine's own alone
 */
public record DoorConfiguration(InetAddress address, int port, Optional<Credentials> credentials) {}
