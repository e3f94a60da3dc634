using System.CommandLine;
using EdgeVision.Service.Composition;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision run`: the service.</summary>
internal static class RunVerb
{
    // About 46 days: timers take no more than 49.
    private const double MaxSeconds = 4_000_000;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "run", "Runs a device until it is told to stop, or until all its recordings have ended.",
            "run --config /etc/edgevision/device.yaml", "run --config device-configs/demo.yaml --seconds 30 --live");
        var config = new ConfigChoice(command);
        var seconds = NumberOption.Create("--seconds", 0, MaxSeconds, $"a number from 0 to {MaxSeconds}", "Stops after this time");
        var live = new Option<bool>("--live") { Description = "Prints a line per camera and second, and a summary at the end" };
        command.Options.Add(seconds);
        command.Options.Add(live);
        return command.Does(async (parsed, cancellation) =>
        {
            if (config.Load(parsed) is not { IsValid: true } result)
            {
                return ExitCodes.Config;
            }

            var limit = parsed.GetValue(seconds) is { } given ? TimeSpan.FromSeconds(given) : Timeout.InfiniteTimeSpan;
            return await RunAsync(result.Plan, config, limit, parsed.GetValue(live), cancellation).ConfigureAwait(false);
        });
    }

    private static async Task<int> RunAsync(DevicePlan plan, ConfigChoice config, TimeSpan limit, bool live, CancellationToken cancellation)
    {
        using var loggers = Logs(plan.LogLevel);
        var counts = new LabelCounts();
        var device = new RunningDevice(plan, config.Store, live ? [counts] : [], live, TimeProvider.System, loggers);
        LiveLines? lines = null;
        await using (device.ConfigureAwait(false))
        {
            if (!await StartedAsync(device, cancellation).ConfigureAwait(false))
            {
                return ExitCodes.Ok;
            }

            if (device.Lanes.Count == 0)
            {
                // Every model is unusable: nothing to wait for, and the faults have been said.
                return Failure.Say(device.Lame[0].Fault.ToString(), ExitCodes.Unavailable, device.Lame[0].Fault.Tail);
            }

            lines = live ? new LiveLines(device.Lanes, counts, device.Truths, () => device.Mqtt.Loop.Counters, TimeProvider.System, Console.Out) : null;
            using var printing = lines is null ? null : TimeProvider.System.CreateTimer(_ => lines.Print(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await UntilEndAsync(device, limit, cancellation).ConfigureAwait(false);
        }

        lines?.PrintSummary();
        return ExitCodes.Ok;
    }

    /// <summary>False when it was told to stop before: a clean stop too.</summary>
    private static async Task<bool> StartedAsync(RunningDevice device, CancellationToken cancellation)
    {
        try
        {
            await device.StartAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task UntilEndAsync(RunningDevice device, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            await device.EndedAsync(cancellation).WaitAsync(limit, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // --seconds are over.
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C or SIGTERM: a clean stop.
        }
    }

    private static ILoggerFactory Logs(LogLevel level) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(level);
        if (Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 })
        {
            logging.AddSystemdConsole();
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }

        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
