package io.fluxj.kube.kinds;

import java.util.Set;
import java.util.TreeSet;

/** Hands out the addresses and ports of Services. */
public final class Allocator {
    private static final int FIRST_PORT = 30000;
    private static final int LAST_PORT = 32767;
    private static final int SIZE = 65_533;

    private final Set<String> addresses = new TreeSet<>();
    private final Set<Integer> ports = new TreeSet<>();
    private int nextAddress = 10;
    private int nextPort = FIRST_PORT;

    /** The range that addresses come from. */
    public static final String RANGE = "10.96.0.0/16";

    /** A free address. */
    public synchronized String address() {
        for (int tries = 0; tries < SIZE; tries++) {
            int n = nextAddress;
            nextAddress = nextAddress % SIZE + 1;
            String address = "10.96." + (n >> 8) + "." + (n & 0xFF);
            if (addresses.add(address)) {
                return address;
            }
        }
        throw new IllegalStateException("every address of " + RANGE + " is taken");
    }

    /** Takes a certain address; false when another has it. */
    public synchronized boolean take(String address) {
        return addresses.add(address);
    }

    /** Gives an address back. */
    public synchronized void release(String address) {
        addresses.remove(address);
    }

    /** A free port. */
    public synchronized int port() {
        while (!ports.add(nextPort)) {
            nextPort = nextPort == LAST_PORT ? FIRST_PORT : nextPort + 1;
        }
        return nextPort;
    }

    /** Takes a certain port; false when another has it. */
    public synchronized boolean take(int port) {
        return ports.add(port);
    }

    /** Gives a port back. */
    public synchronized void release(int port) {
        ports.remove(port);
    }
}
