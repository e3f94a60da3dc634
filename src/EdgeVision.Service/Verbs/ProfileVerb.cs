using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Composition.Offloading;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Profiling;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision profile`: what a model costs on this machine, point by point, and which point would run.</summary>
internal static class ProfileVerb
{
    private const int Percent = 100;
    private const double UsualMargin = 0.25;
    private const double UsualRegret = 0.1;

    public static Command Create()
    {
        var command = CommandTree.Verb(
            "profile", "Measures a model's operating points here, keeps them, and says which one would run. About 13 s a point.",
            "profile", "profile --model yolox-nano --threads 1,2 --cameras 3 --fps 10", "profile --watts 5.5 --price 80", "profile --json", "profile --model street-s-int8 --assert --margin 0.25");
        var choice = new ProfileChoice(command);
        var facts = new BoardFactsChoice(command);
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON, and nothing else, on standard output" };
        var assert = new Option<bool>("--assert") { Description = "Measures the stored table's points anew; exit code 1 when they are off, 69 when there is no table" };
        var margin = NumberOption.Create("--margin", 0.01, 10.0, "a number from 0.01 to 10", "With --assert: how far a figure may be off; 0.25 when left out");
        var regret = NumberOption.Create("--regret", 0.0, 100.0, "a number from 0 to 100", "With --assert: the worst regret that is accepted; 0.1 when left out");
        command.Options.Add(json);
        command.Options.Add(assert);
        command.Options.Add(margin);
        command.Options.Add(regret);
        var config = new ConfigChoice(command, required: false);
        return command.Does(async (parsed, cancellation) =>
        {
            if (PlansOf(config, parsed) is not { } plans)
            {
                return ExitCodes.Config;
            }

            var (library, time) = (OrtLibrary.Load(), TimeProvider.System);
            var request = choice.Read(parsed, await new AcceleratorOffers(plans, library).FoundAsync(cancellation).ConfigureAwait(false));
            var job = new ProfileJob(library, time, ModelsAtWork.Opener(library, time, NullLogger.Instance), peaks => OffloadDesk.Tables(plans, library, time, peaks));
            return parsed.GetValue(assert)
                ? await AssertAsync(job, request, new TableCheck(parsed.GetValue(margin) ?? UsualMargin, parsed.GetValue(regret) ?? UsualRegret), cancellation).ConfigureAwait(false)
                : await MeasureAsync(job, request, facts.Read(parsed), parsed.GetValue(json), cancellation).ConfigureAwait(false);
        });
    }

    /// <summary>The accelerators of a device file, or auto where none is given; null when the file has errors.</summary>
    private static IReadOnlyList<AcceleratorPlan>? PlansOf(ConfigChoice config, ParseResult parsed) =>
        config.IsGiven(parsed.CommandResult) ? config.Load(parsed)?.Plan?.Accelerators : [new AcceleratorPlan { Name = AcceleratorOptions.Auto, Threads = 1 }];

    private static async Task<int> MeasureAsync(ProfileJob job, ProfileRequest request, PublishedFacts facts, bool json, CancellationToken cancellation)
    {
        var outcome = await ShowAsync(progress => job.MeasureAsync(request, progress, cancellation)).ConfigureAwait(false);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(ProfileJson.Of(outcome, facts), OutputJson.Default.ProfileJson));
        }
        else
        {
            ProfileReport.Write(Terminal.Out, outcome, facts);
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> AssertAsync(ProfileJob job, ProfileRequest request, TableCheck check, CancellationToken cancellation)
    {
        try
        {
            var (stored, problems) = await ShowAsync(progress => job.CheckAsync(request, check, progress, cancellation)).ConfigureAwait(false);
            if (problems.Count > 0)
            {
                return Failure.Say($"{stored.Path} does not hold any more; measure it anew: edgevision profile", ExitCodes.Failed, string.Join('\n', problems));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored.Path} holds: {TableCheck.PointsThatMatter(stored.Table!).Count} points measured again"));
            return ExitCodes.Ok;
        }
        catch (ProfileMissingException missing)
        {
            return Failure.Say(missing.Message, ExitCodes.Unavailable);
        }
    }

    private static Task<T> ShowAsync<T>(Func<IProgress<ProfileProgress>, Task<T>> work) =>
        Progress.ShowAsync("measuring", Percent, bar => work(new Steps(bar)));

    private sealed class Steps(IProgress<int> bar) : IProgress<ProfileProgress>
    {
        public void Report(ProfileProgress value) => bar.Report(Percent * value.Done / value.Total);
    }
}
