using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Yaml.Binding;

/// <summary>From least to most, both included unless the attribute says otherwise.</summary>
internal sealed class RangeRule : ValueRule
{
    private readonly RangeAttribute _range;
    private readonly IValueBinder _binder;
    private readonly IComparable _least;
    private readonly IComparable _most;

    public RangeRule(RangeAttribute range, PropertyInfo property, IValueBinder binder)
    {
        (_range, _binder) = (range, binder);
        _least = Limit(range.Minimum, property);
        _most = Limit(range.Maximum, property);
    }

    public override bool Holds(object value)
    {
        var low = _least.CompareTo(value);
        var high = _most.CompareTo(value);
        return (_range.MinimumIsExclusive ? low < 0 : low <= 0) && (_range.MaximumIsExclusive ? high > 0 : high >= 0);
    }

    public override string Refusal(object value) => $"{Text(value)} is out of range; write a value {Words}";

    public override void Describe(JsonObject schema)
    {
        if (_binder.Write(_least) is JsonValue least && least.GetValueKind() == JsonValueKind.Number)
        {
            schema[_range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = least;
            schema[_range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = _binder.Write(_most);
            if (_range.MinimumIsExclusive)
            {
                schema.Remove("minimum");
            }
        }
    }

    public override string? Remark => char.ToUpperInvariant(Words[0]) + Words[1..];

    private string Words => (_range.MinimumIsExclusive, _range.MaximumIsExclusive) switch
    {
        (true, true) => $"above {Text(_least)} and below {Text(_most)}",
        (true, false) => $"above {Text(_least)}, at most {Text(_most)}",
        (false, true) => $"from {Text(_least)} to below {Text(_most)}",
        _ => $"from {Text(_least)} to {Text(_most)}",
    };

    private string Text(object value) => _binder.Write(value)?.ToString() ?? "";

    // Texts are read as the option itself would be, so that limits can say 500ms or 64MiB.
    private IComparable Limit(object limit, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var problems = new ProblemList();
        var scope = new BindScope(new BinderRegistry(), problems, new SourceMap(Origin.Whole("[Range]")), property.Name);
        var value = limit is string text
            ? _binder.Bind(new YamlScalar(Origin.Whole("[Range]"), text, isPlain: true), scope)
            : Convert.ChangeType(limit, type, CultureInfo.InvariantCulture);
        return value as IComparable ?? throw new NotSupportedException($"[Range] of {property.DeclaringType?.Name}.{property.Name}: {problems}");
    }
}
