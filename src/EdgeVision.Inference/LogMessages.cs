using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Accelerators.Placement;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Inference;

/// <summary>All log texts of Inference. Ids 3000 to 3999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(EventId = 3001, Message = "accelerator {Accelerator} is {State}")]
    public static partial void AcceleratorIs(this ILogger logger, LogLevel level, string accelerator, AcceleratorState state);

    [LoggerMessage(3002, LogLevel.Information, "frames go to accelerator {To} from now on, no longer to {From}")]
    public static partial void FramesGoTo(this ILogger logger, string from, string to);

    [LoggerMessage(3003, LogLevel.Information, "frames go to accelerator {To}")]
    public static partial void FirstFramesGoTo(this ILogger logger, string to);

    [LoggerMessage(3005, LogLevel.Information, "accelerator {Accelerator} runs {Placement}")]
    public static partial void AcceleratorRuns(this ILogger logger, string accelerator, PlacementSummary placement);

    [LoggerMessage(3006, LogLevel.Information, "accelerator {Accelerator} {What}")]
    public static partial void LoadedCompiled(this ILogger logger, string accelerator, string what);

    [LoggerMessage(3007, LogLevel.Warning, "accelerator {Accelerator}: {Note}")]
    public static partial void LoadNote(this ILogger logger, string accelerator, string note);

    [LoggerMessage(3004, LogLevel.Warning, "{Fault} ({Where})")]
    public static partial void AcceleratorFailed(this ILogger logger, Fault fault, string where);
}
