using Spectre.Console;

namespace EdgeVision.Service.Verbs;

/// <summary>A progress bar on a terminal, and silence elsewhere.</summary>
internal static class Progress
{
    /// <param name="what">What is counted.</param>
    /// <param name="total">How many there will be.</param>
    /// <param name="work">Reports how many are done.</param>
    public static Task<T> ShowAsync<T>(string what, long total, Func<IProgress<int>, Task<T>> work)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return work(new Quiet());
        }

        return Terminal.Error.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask(what, maxValue: total);
            return work(new Bar(bar));
        });
    }

    private sealed class Quiet : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }

    private sealed class Bar(ProgressTask bar) : IProgress<int>
    {
        public void Report(int value) => bar.Value = value;
    }
}
