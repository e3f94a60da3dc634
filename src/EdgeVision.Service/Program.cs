using System.CommandLine;
using EdgeVision.Service.Verbs;

namespace EdgeVision.Service;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var parsed = CommandTree.Build().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            // The default of two seconds would cut a clean stop short.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) }).ConfigureAwait(false);
        }

        return UsageErrors.Say(parsed);
    }
}
