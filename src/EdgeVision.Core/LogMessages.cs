using EdgeVision.Core.Faults;
using EdgeVision.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core;

/// <summary>All log texts of Core. Ids 1000 to 1999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1001, LogLevel.Error, "a frame of camera {CameraId} failed by a bug")]
    public static partial void FrameFailed(this ILogger logger, string cameraId, Exception exception);

    [LoggerMessage(EventId = 1002, Message = "camera {CameraId} is {State}")]
    public static partial void CameraIs(this ILogger logger, LogLevel level, string cameraId, CameraState state);

    [LoggerMessage(EventId = 1003, Message = "camera {CameraId} is {State}: {Fault}; next attempt in {Seconds:0.0} s, then on with growing pauses")]
    public static partial void CameraFaulted(this ILogger logger, LogLevel level, string cameraId, CameraState state, Fault fault, double seconds);

    [LoggerMessage(EventId = 1006, Message = "camera {CameraId} is {State}: {Fault}")]
    public static partial void CameraStalled(this ILogger logger, LogLevel level, string cameraId, CameraState state, Fault fault);

    [LoggerMessage(1004, LogLevel.Error, "the capture of camera {CameraId} met a bug")]
    public static partial void CaptureBug(this ILogger logger, string cameraId, Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "camera {CameraId} did not stop in time; frames still out: {Holders}")]
    public static partial void FramesLeaked(this ILogger logger, string cameraId, string holders);

    [LoggerMessage(1007, LogLevel.Error, "a sink of camera {CameraId} met a bug")]
    public static partial void SinkBug(this ILogger logger, string cameraId, Exception exception);
}
