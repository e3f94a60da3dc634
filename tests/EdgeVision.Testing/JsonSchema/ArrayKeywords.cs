using System.Text.Json;

namespace EdgeVision.Testing.JsonSchema;

internal static class ArrayKeywords
{
    internal static void Check(
        JsonProperty keyword, JsonElement value, string at, List<string> errors,
        Action<JsonElement, JsonElement, string, List<string>> check)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        if (keyword.Name == "items")
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                check(keyword.Value, item, $"{at}[{index++}]", errors);
            }

            return;
        }

        var length = value.GetArrayLength();
        var holds = keyword.Name switch
        {
            "minItems" => length >= keyword.Value.GetInt32(),
            "maxItems" => length <= keyword.Value.GetInt32(),
            _ => !keyword.Value.GetBoolean() || AllDiffer([.. value.EnumerateArray()]),
        };
        if (!holds)
        {
            errors.Add($"{at}: {length} items break {keyword.Name} {keyword.Value.GetRawText()}");
        }
    }

    private static bool AllDiffer(JsonElement[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[(i + 1)..].Any(other => JsonElement.DeepEquals(items[i], other)))
            {
                return false;
            }
        }

        return true;
    }
}
