# Writes the configuration of this server: the common part, its zone, and a route to every instance.
routes=$(cat /etc/nats-instances/routes)

{
  cat /etc/nats-config/nats.conf
  echo "server_tags: [\"az:$KUBE_AZ\"]"
  # A single server is no cluster: JetStream would wait for a second one.
  if [ "$(echo "$routes" | wc -l)" -gt 1 ]; then
    printf 'cluster {\n  name: nats\n  port: 6222\n  routes: [\n%s\n  ]\n}\n' "$routes"
  fi
} > /var/run/nats/nats.conf
