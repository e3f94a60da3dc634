using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core;

/// <summary>All log texts of Core. Ids 1000 to 1999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1001, LogLevel.Error, "a frame of camera {CameraId} failed by a bug")]
    public static partial void FrameFailed(this ILogger logger, string cameraId, Exception exception);

    [LoggerMessage(1002, LogLevel.Information, "camera {CameraId} is {State}")]
    public static partial void CameraIs(this ILogger logger, string cameraId, CameraState state);

    [LoggerMessage(1003, LogLevel.Warning, "camera {CameraId} is {State}: {Fault}; next attempt in {RetryIn}")]
    public static partial void CameraFaulted(this ILogger logger, string cameraId, CameraState state, Fault fault, TimeSpan? retryIn);

    [LoggerMessage(1004, LogLevel.Error, "the capture of camera {CameraId} met a bug")]
    public static partial void CaptureBug(this ILogger logger, string cameraId, Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "camera {CameraId} did not stop in time; frames still out: {Holders}")]
    public static partial void FramesLeaked(this ILogger logger, string cameraId, string holders);

    [LoggerMessage(1006, LogLevel.Error, "a sink of camera {CameraId} met a bug")]
    public static partial void SinkBug(this ILogger logger, string cameraId, Exception exception);
}
