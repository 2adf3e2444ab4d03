# Writes the configuration of this server: the common part, its zone, and a route to every instance.
table=/etc/nats-instances/instances.yaml
routes=$(sed -n 's|^[- ]*address: *\(.*\)|    nats://\1:6222|p' "$table")

{
  cat /etc/nats-config/nats.conf
  echo "server_tags: [\"az:$KUBE_AZ\"]"
  # A single server is no cluster: JetStream would wait for a second one.
  if [ "$(echo "$routes" | wc -l)" -gt 1 ]; then
    printf 'cluster {\n  name: nats\n  port: 6222\n  routes: [\n%s\n  ]\n}\n' "$routes"
  fi
} > /var/run/nats/nats.conf
