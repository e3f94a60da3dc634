using System.Text.Json;

namespace EdgeVision.Yaml.Binding;

/// <summary>The written form of C# names: snake_case, as in all our JSON.</summary>
public static class Spelled
{
    /// <summary><c>PasswordFile</c> is <c>password_file</c>.</summary>
    public static string Key(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
