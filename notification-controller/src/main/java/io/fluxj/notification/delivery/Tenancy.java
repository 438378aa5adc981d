package io.fluxj.notification.delivery;

/**
 * What tenants may do.
 *
 * @param ownEventsOnly whether Alerts are for events of their own namespace alone
 * @param serviceAccounts whether Providers may name service accounts
 */
public record Tenancy(boolean ownEventsOnly, boolean serviceAccounts) {}
