// distance MS LOSS SERVER-PORT ADDRESS:PORT...: a way to the name server at 127.0.0.1:SERVER-PORT that is MS milliseconds
// long, there and back, and on which LOSS of 1000 queries are lost; TCP loses nothing.
//
// What comes back looks as if from a resolver (RA, not AA): some clients insist on it. A line on standard input is answered
// with the number of queries that have come so far; the end of it ends the program.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 64, LARGEST = 4096, WAITING = 1 << 16, LISTENERS = 8 };

// A query under way at the server, by the id that it has there; its client waits for `id` on `listener`.
struct query { struct sockaddr_in client; int listener; uint16_t id; };
struct reply { int64_t due; struct query query; int length; unsigned char *message; };

static struct query queries[WAITING];
static struct reply replies[WAITING];
static unsigned first_reply, last_reply;
static uint16_t last_id;
static int64_t delay;
static unsigned loss, chance = 20261124;
static uint64_t count;
static struct sockaddr_in server = {.sin_family = AF_INET};

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void wait_for(int64_t nanoseconds) {
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  while (nanosleep(&time, &time) < 0) {}
}

static int make_socket(int kind) {
  int made = socket(AF_INET, kind | SOCK_CLOEXEC, 0), size = 8 << 20, on = 1;
  if (made < 0) fail("socket");
  if (kind == SOCK_STREAM) {
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return made;
  }
  // Beyond the limit only root may go.
  if (setsockopt(made, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) < 0)
    setsockopt(made, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  if (setsockopt(made, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof size) < 0)
    setsockopt(made, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  return made;
}

static unsigned char buffers[BATCH][LARGEST];
static struct iovec pieces[BATCH];
static struct sockaddr_in peers[BATCH];
static struct mmsghdr messages[BATCH];

static void set_message(int index, void *octets, size_t length, struct sockaddr_in *peer) {
  pieces[index] = (struct iovec){octets, length};
  messages[index].msg_hdr = (struct msghdr){.msg_iov = &pieces[index], .msg_iovlen = 1};
  if (peer) {
    messages[index].msg_hdr.msg_name = peer;
    messages[index].msg_hdr.msg_namelen = sizeof *peer;
  }
}

static int receive(int from) {
  for (int index = 0; index < BATCH; index++) set_message(index, buffers[index], LARGEST, &peers[index]);
  return recvmmsg(from, messages, BATCH, MSG_DONTWAIT, NULL);
}

static void send_batch(int to, int size) {
  for (int sent = 0; sent < size;) {
    int more = sendmmsg(to, messages + sent, size - sent, 0);
    sent += more > 0 ? more : 1;
  }
}

static int is_lost(void) {
  chance = chance * 1664525 + 1013904223;
  return (chance >> 8) % 1000 < loss;
}

static void pass_queries(int listener, int upstream) {
  int size = receive(listener), kept = 0;
  for (int index = 0; index < size; index++) {
    unsigned length = messages[index].msg_len;
    if (length < 12) continue;
    count++;
    if (is_lost()) continue;
    uint16_t id = ++last_id;
    struct query *query = &queries[id];
    *query = (struct query){peers[index], listener, 0};
    memcpy(&query->id, buffers[index], 2);
    memcpy(buffers[index], &id, 2);
    set_message(kept++, buffers[index], length, NULL);
  }
  send_batch(upstream, kept);
}

static void take_replies(int upstream) {
  int size = receive(upstream);
  int64_t due = now() + delay;
  for (int index = 0; index < size; index++) {
    unsigned length = messages[index].msg_len;
    uint16_t id;
    memcpy(&id, buffers[index], 2);
    struct query *query = &queries[id];
    if (length < 12 || !query->listener || last_reply - first_reply >= WAITING) continue;
    struct reply *reply = &replies[last_reply++ % WAITING];
    *reply = (struct reply){due, *query, length, malloc(length)};
    if (!reply->message) fail("malloc");
    memcpy(reply->message, buffers[index], length);
    memcpy(reply->message, &query->id, 2);
    reply->message[2] &= ~0x04;
    reply->message[3] |= 0x80;
    query->listener = 0;
  }
}

static void send_replies(void) {
  int64_t time = now();
  while (first_reply != last_reply && replies[first_reply % WAITING].due <= time) {
    int listener = replies[first_reply % WAITING].query.listener, size = 0;
    unsigned next = first_reply;
    for (; next != last_reply && size < BATCH; next++) {
      struct reply *reply = &replies[next % WAITING];
      if (reply->due > time || reply->query.listener != listener) break;
      set_message(size++, reply->message, reply->length, &reply->query.client);
    }
    send_batch(listener, size);
    for (; first_reply != next; first_reply++) free(replies[first_reply % WAITING].message);
  }
}

// A connection: whatever the client sends is under way for the whole delay, what the server answers for none.
static void *pass_connection(void *argument) {
  int sides[2] = {(int)(intptr_t)argument, make_socket(SOCK_STREAM)};
  static _Thread_local unsigned char octets[1 << 16];
  wait_for(delay);
  int is_open = connect(sides[1], (void *)&server, sizeof server) == 0;
  while (is_open) {
    struct pollfd waited[2] = {{sides[0], POLLIN, 0}, {sides[1], POLLIN, 0}};
    if (poll(waited, 2, -1) < 0) break;
    for (int from = 0; from < 2 && is_open; from++) {
      if (!waited[from].revents) continue;
      ssize_t length = recv(sides[from], octets, sizeof octets, 0);
      if (length > 0 && from == 0) wait_for(delay);
      is_open = length > 0 && send(sides[1 - from], octets, length, MSG_NOSIGNAL) == length;
    }
  }
  close(sides[0]);
  close(sides[1]);
  return NULL;
}

static void *accept_connections(void *argument) {
  for (;;) {
    int client = accept4((int)(intptr_t)argument, NULL, NULL, SOCK_CLOEXEC);
    pthread_t thread;
    if (client < 0) continue;
    if (pthread_create(&thread, NULL, pass_connection, (void *)(intptr_t)client)) close(client);
    else pthread_detach(thread);
  }
  return NULL;
}

static void tell_count(void) {
  char line[64];
  if (read(STDIN_FILENO, line, sizeof line) <= 0) exit(0);
  printf("%llu\n", (unsigned long long)count);
  fflush(stdout);
}

static void watch(int epoll, int descriptor) {
  struct epoll_event event = {EPOLLIN, {.fd = descriptor}};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) < 0) fail("epoll_ctl");
}

static int listen_at(char *place) {
  char *colon = strrchr(place, ':');
  if (!colon) fail(place);
  *colon = 0;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(colon + 1))};
  inet_pton(AF_INET, place, &address.sin_addr);
  int udp = make_socket(SOCK_DGRAM), tcp = make_socket(SOCK_STREAM);
  if (bind(udp, (void *)&address, sizeof address) < 0 || bind(tcp, (void *)&address, sizeof address) < 0) fail(place);
  if (listen(tcp, 4096) < 0) fail(place);
  pthread_t thread;
  if (pthread_create(&thread, NULL, accept_connections, (void *)(intptr_t)tcp)) fail("pthread_create");
  return udp;
}

int main(int words, char **arguments) {
  if (words < 5 || words > 4 + LISTENERS) return 2;
  signal(SIGPIPE, SIG_IGN);
  delay = (int64_t)(atof(arguments[1]) * 1e6);
  loss = atoi(arguments[2]);
  server.sin_port = htons(atoi(arguments[3]));
  inet_pton(AF_INET, "127.0.0.1", &server.sin_addr);
  int epoll = epoll_create1(EPOLL_CLOEXEC), upstream = make_socket(SOCK_DGRAM);
  if (connect(upstream, (void *)&server, sizeof server) < 0) fail("connect");
  watch(epoll, upstream);
  watch(epoll, STDIN_FILENO);
  for (int index = 4; index < words; index++) watch(epoll, listen_at(arguments[index]));
  for (;;) {
    struct timespec rest = {0, 0}, *patience = NULL;
    if (first_reply != last_reply) {
      int64_t left = replies[first_reply % WAITING].due - now();
      if (left > 0) rest = (struct timespec){left / 1000000000, left % 1000000000};
      patience = &rest;
    }
    struct epoll_event events[2 + LISTENERS];
    int ready = epoll_pwait2(epoll, events, 2 + LISTENERS, patience, NULL);
    for (int index = 0; index < ready; index++) {
      int descriptor = events[index].data.fd;
      if (descriptor == upstream) take_replies(upstream);
      else if (descriptor == STDIN_FILENO) tell_count();
      else pass_queries(descriptor, upstream);
    }
    send_replies();
  }
}
