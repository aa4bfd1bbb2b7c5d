# One image for worker, dashboard and every other command of spor.
FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/spor
COPY requirements.lock ./
RUN /opt/spor/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY schemas schemas
COPY streams streams
COPY policies policies
RUN /opt/spor/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/spor spor && install -d -o spor /var/lib/spor/data
COPY --from=build /opt/spor /opt/spor
ENV PATH=/opt/spor/bin:$PATH PYTHONUNBUFFERED=1
USER spor
WORKDIR /var/lib/spor
ENTRYPOINT ["spor"]
CMD ["--help"]
