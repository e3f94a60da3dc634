namespace EdgeVision.Core.Operating;

/// <summary>What a table's figures hold for. Where one part differs they were measured on something else.</summary>
/// <param name="ModelSha256">Of the model's file, lower-case hex.</param>
/// <param name="Library">The runtime's version, e.g. "1.30.0".</param>
/// <param name="Hardware">Board or processor, cores and memory in words.</param>
/// <param name="Driver">Kernel, and the versions or hashes of the providers' own libraries.</param>
public sealed record TableKey(string ModelSha256, string Library, string Hardware, string Driver)
{
    /// <summary>Null when both are the same; else what differs, for a person.</summary>
    public string? DifferenceFrom(TableKey here)
    {
        string[] differences =
        [
            .. Named("model", ModelSha256, here.ModelSha256), .. Named("library", Library, here.Library),
            .. Named("hardware", Hardware, here.Hardware), .. Named("driver", Driver, here.Driver),
        ];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }

    private static IEnumerable<string> Named(string part, string stored, string here) =>
        stored == here ? [] : [$"{part} {stored}, here {here}"];
}
