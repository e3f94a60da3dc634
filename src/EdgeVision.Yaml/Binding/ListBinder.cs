using System.Collections;
using System.Text.Json.Nodes;
using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Yaml.Binding;

/// <summary>A list, in brackets or with one dash a line. An item that does not bind is null or the type's default, so that the others keep their numbers.</summary>
internal sealed class ListBinder(Type itemType, BinderRegistry registry, bool asArray = false) : IValueBinder
{
    private readonly Lazy<IValueBinder> _item = new(() => registry.For(itemType));

    private readonly object? _nothing = itemType.IsValueType ? Activator.CreateInstance(itemType) : null;

    public bool EmptyMeansLeftOut => true;

    public object? Bind(YamlNode node, BindScope scope)
    {
        if (node is not YamlSequence sequence)
        {
            return scope.Refuse(node.Origin, node is YamlScalar { IsNull: false } scalar
                ? $"is one value where a list is needed; write [{Shorten(scalar.Text)}]"
                : $"is {node.Kind} where a list is needed; start each item with '- '");
        }

        var list = NewList();
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var item = sequence.Items[i];
            list.Add(_item.Value.Bind(item, scope.Item(i, item.Origin)) ?? _nothing);
        }

        return Finish(list);
    }

    /// <summary>A list of the one item.</summary>
    public object Of(object item)
    {
        var list = NewList();
        list.Add(item);
        return Finish(list);
    }

    public JsonObject Describe(SchemaScope scope) => new() { ["type"] = "array", ["items"] = _item.Value.Describe(scope) };

    public JsonNode? Write(object value) => new JsonArray([.. ((IEnumerable)value).Cast<object>().Select(_item.Value.Write)]);

    private IList NewList() => (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;

    private object Finish(IList list)
    {
        if (!asArray)
        {
            return list;
        }

        var array = Array.CreateInstance(itemType, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static string Shorten(string text) => text.Length > 40 ? "…" : text;
}
