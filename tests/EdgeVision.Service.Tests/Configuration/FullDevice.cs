namespace EdgeVision.Service.Tests.Configuration;

/// <summary>A device file that uses about every key.</summary>
internal static class FullDevice
{
    public const string Yaml = """
        device: {id: pi, name: Pi, timezone: Europe/Berlin}
        mqtt:
          host: 192.0.2.1
          port: 1884
          username: u
          tls:
            insecure: true
          base_topic: a/b
          client_id: c
          keep_alive: 1m
          reconnect_first: 1s
          max_in_flight: 10
        models:
          default: {manifest: yolox-nano, score: 0.3, nms: 0.6}
          other: fastestdet
        accelerators:
          - provider: OpenVINO
            options: {device_type: NPU}
            isolation: process
          - provider: cpu
            threads: 2
            spinning: true
        cameras:
          - id: gate
            name: Gate
            source: rtsp://u@192.0.2.2:554/s
            capture:
              scale: 768x432
              fps: 5
              pace: asap
              loop: false
              backend: ffmpeg
              hwaccel: [-hwaccel, drm]
              transport: udp
              timeout: 5s
            detect:
              model: other
              fps:
                min: 1
                max: 4
              deadline: 1s
              weight: 2
              objects: [person, car]
          - id: door
            source:
              command: [cam, -x]
              size: 640x480
              format: rgb24
              fps: 10
              matrix: bt709
              range: full
        security:
          trusted_keys: []
          require_signed_models: false
        log:
          level: warning
        """;
}
