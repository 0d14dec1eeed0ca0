package io.offsetwise.bootstrap.local;

/**
 * The content of {@code services.json}.
 *
 * @param process who runs the services
 * @param addresses where they answer
 */
record ServicesState(ServiceProcess process, LocalAddresses addresses) {}
