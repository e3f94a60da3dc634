using System.Collections;
using System.CommandLine;
using System.CommandLine.Parsing;
using EdgeVision.Inference.Models;
using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Verbs;

/// <summary>The option by which verbs are given a device's configuration.</summary>
internal sealed class ConfigChoice
{
    private readonly Option<FileInfo> _file = new("--config", "-c") { Description = "The device's YAML file" };

    public ConfigChoice(Command command, bool required = true)
    {
        _file.Required = required;
        command.Options.Add(_file);
    }

    public ModelStore Store { get; } = new(ModelFolders.Default());

    public FileInfo File(ParseResult parsed) => parsed.GetValue(_file)!;

    public bool IsGiven(SymbolResult line) => line.GetResult(_file) is { Implicit: false };

    /// <summary>Reads and validates; says every error on standard error.</summary>
    /// <returns>Null when there are errors.</returns>
    public ConfigResult? Load(ParseResult parsed)
    {
        var result = Read(File(parsed).FullName);
        if (result.IsValid)
        {
            return result;
        }

        Console.Error.WriteLine(result.Errors.ToString());
        return null;
    }

    /// <summary>The same without a word, for who says the errors otherwise.</summary>
    public ConfigResult Read(string path)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        return new DeviceConfigLoader(new StoredModels(Store)).Load(path, variables);
    }
}
