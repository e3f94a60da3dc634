using EdgeVision.Core.Faults;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service;

/// <summary>All log texts of the service. Ids 9000 to 9999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(9001, LogLevel.Error, "camera {CameraId} cannot run: {Fault}")]
    public static partial void CameraCannotRun(this ILogger logger, string cameraId, Fault fault);

    [LoggerMessage(9002, LogLevel.Information, "model {Model}: measuring {Points} once, about 2 s each")]
    public static partial void Measuring(this ILogger logger, string model, string points);

    [LoggerMessage(9003, LogLevel.Warning, "model {Model}: nothing could be measured: {Why}")]
    public static partial void NothingMeasured(this ILogger logger, string model, string why);

    [LoggerMessage(9004, LogLevel.Information, "operating table: {Note}")]
    public static partial void TableNote(this ILogger logger, string note);

    [LoggerMessage(9005, LogLevel.Information, "model {Model}: {Point} cannot be used: {Reason}")]
    public static partial void PointUnusable(this ILogger logger, string model, string point, string reason);

    [LoggerMessage(9006, LogLevel.Information, "model {Model} runs on {Why}")]
    public static partial void RunsOn(this ILogger logger, string model, string why);

    [LoggerMessage(9007, LogLevel.Information, "model {Model}: not {Point}: {Lost}")]
    public static partial void RunnerUp(this ILogger logger, string model, string point, string lost);

    [LoggerMessage(9008, LogLevel.Information, "the machine's devices changed: {Devices}")]
    public static partial void DevicesChanged(this ILogger logger, string devices);

    [LoggerMessage(9009, LogLevel.Error, "looking for accelerators failed; what runs goes on")]
    public static partial void LookFailed(this ILogger logger, Exception exception);
}
