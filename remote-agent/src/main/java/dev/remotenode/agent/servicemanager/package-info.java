/** What the daemon and the service manager that started it tell each other: sd_notify(3). */
package dev.remotenode.agent.servicemanager;
