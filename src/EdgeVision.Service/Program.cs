using EdgeVision.Service.Verbs;

namespace EdgeVision.Service;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var parsed = CommandTree.Build().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync().ConfigureAwait(false);
        }

        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync($"edgevision: {error.Message}").ConfigureAwait(false);
        }

        await Console.Error.WriteLineAsync("edgevision: see 'edgevision --help'").ConfigureAwait(false);
        return ExitCodes.Usage;
    }
}
