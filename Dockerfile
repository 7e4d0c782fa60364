# heardback in a container: built from the locked versions with their hashes, run by a user without rights, on a file
# system it cannot write to but for /data. docs/deploy/docker.md says how to use it, and what of it is tested.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
WORKDIR /build
COPY requirements-build.lock requirements-run.lock ./
RUN python -m venv /tool && /tool/bin/pip install --require-hashes -r requirements-build.lock \
    && python -m venv /opt/heardback && /opt/heardback/bin/pip install --require-hashes --only-binary :all: -r requirements-run.lock
COPY pyproject.toml README.md LICENSE config.example.toml ./
COPY store store
COPY ingest ingest
COPY classify classify
COPY respond respond
COPY heardback heardback
COPY models models
RUN /tool/bin/python -m hatchling build -t wheel -d /wheel \
    && /opt/heardback/bin/pip install --no-deps --no-index /wheel/heardback-*.whl \
    && /opt/heardback/bin/python -m compileall -q /opt/heardback/lib \
    && /opt/heardback/bin/pip uninstall --yes pip setuptools

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 heardback && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data heardback \
    && install -d -o 10001 -g 10001 -m 0700 /data && install -d /config/heardback
COPY --from=build /opt/heardback /opt/heardback
# The config is /config/heardback/config.toml, the store lies in /data/heardback.
ENV PATH=/opt/heardback/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data HOME=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=30s --start-period=10m --retries=2 CMD ["heardback", "health"]
ENTRYPOINT ["heardback"]
CMD ["run"]
