using EdgeVision.ModelTools.Quantization;
using EdgeVision.Service.Quantizing;
using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>A bar for each stage on a terminal, and a line for each elsewhere.</summary>
internal static class StageProgress
{
    public static Task<T> ShowAsync<T>(Func<IProgress<QuantizationProgress>, Task<T>> work) =>
        Terminal.Error.Profile.Capabilities.Interactive
            ? Terminal.Error.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(context => work(new StageBars(context)))
            : work(new StageLines(Console.Error));

    private sealed class StageBars(ProgressContext context) : IProgress<QuantizationProgress>
    {
        private readonly Lock _gate = new();
        private ProgressTask? _bar;
        private string _stage = "";

        public void Report(QuantizationProgress value)
        {
            lock (_gate)
            {
                if (value.Stage != _stage || _bar is null)
                {
                    _bar?.Value(_bar.MaxValue);
                    _stage = value.Stage;
                    _bar = context.AddTask(Markup.Escape(_stage), maxValue: Math.Max(1, value.Total));
                }

                _bar.MaxValue = Math.Max(1, value.Total);
                _bar.Value = value.Done;
            }
        }
    }
}
