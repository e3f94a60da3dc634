using EdgeVision.Messaging.Topics;

namespace EdgeVision.Messaging.Tests.Topics;

/// <summary>The examples of MQTT 5.0, section 4.7.</summary>
public sealed class TopicFilterTests
{
    [Theory]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/ranking", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true)]
    [InlineData("sport/#", "sport", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1/ranking", false)]
    [InlineData("sport/+", "sport", false)]
    [InlineData("sport/+", "sport/", true)]
    [InlineData("+/+", "/finance", true)]
    [InlineData("/+", "/finance", true)]
    [InlineData("+", "/finance", false)]
    [InlineData("#", "$SYS/broker", false)]
    [InlineData("+/monitor/Clients", "$SYS/monitor/Clients", false)]
    [InlineData("$SYS/#", "$SYS/monitor/Clients", true)]
    [InlineData("ACCOUNTS", "Accounts", false)]
    public void Matches_as_the_standard_says(string filter, string topic, bool matches) =>
        Assert.Equal(matches, TopicFilter.Matches(filter, topic));

    [Theory]
    [InlineData("edgevision/+")]
    [InlineData("#")]
    [InlineData("/edgevision")]
    [InlineData("edgevision/")]
    [InlineData("$SYS/edgevision")]
    [InlineData(" ")]
    public void A_base_topic_that_cannot_be_published_to_is_refused(string topic) =>
        Assert.ThrowsAny<ArgumentException>(() => new TopicTree(topic));
}
