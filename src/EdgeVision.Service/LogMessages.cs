using EdgeVision.Core.Faults;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service;

/// <summary>All log texts of the service. Ids 9000 to 9999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(9001, LogLevel.Error, "camera {CameraId} cannot run: {Fault}")]
    public static partial void CameraCannotRun(this ILogger logger, string cameraId, Fault fault);
}
