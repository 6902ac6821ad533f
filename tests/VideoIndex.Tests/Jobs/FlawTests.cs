using System.Reflection;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Jobs;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Jobs;

/// <summary>The contracts can fail: for every rule there is a store that breaks it, and a promise that sees it.</summary>
public sealed class FlawTests
{
    public static TheoryData<Flaw> Flaws => [.. Enum.GetValues<Flaw>().Except([Flaw.None])];

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_store_that_breaks_one_rule_breaks_a_promise(Flaw flaw) => Assert.NotNull(await FirstBrokenBy(flaw));

    [Theory]
    [InlineData(Flaw.NoFence, nameof(JobStoreContract.Who_was_overtaken_changes_nothing))]
    [InlineData(Flaw.NoDedupe, nameof(JobStoreContract.Asking_twice_is_asking_once))]
    [InlineData(Flaw.IdleHeartbeatExtends, nameof(JobStoreContract.A_heartbeat_without_progress_extends_nothing))]
    [InlineData(Flaw.LeasesEndByTheTimeOfDay, nameof(JobStoreContract.A_jump_of_the_time_of_day_moves_no_lease_and_no_wait))]
    [InlineData(Flaw.DeadPartBlocks, nameof(JobStoreContract.A_dead_part_holds_nothing_up))]
    [InlineData(Flaw.FanInOpensTwice, nameof(JobStoreContract.What_waits_for_parts_is_ordered_once_when_the_last_is_done))]
    [InlineData(Flaw.TornEffects, nameof(JobStoreContract.What_cannot_be_stored_whole_is_not_stored_in_part))]
    [InlineData(Flaw.ReleaseCounts, nameof(JobStoreContract.Jobs_given_back_are_never_worn_out))]
    [InlineData(Flaw.CoarseReplacesFinished, nameof(CatalogContract.What_is_coarse_never_replaces_what_is_finished))]
    public async Task The_promise_that_breaks_is_the_one_about_the_rule(Flaw flaw, string promise) => Assert.Equal(promise, await FirstBrokenBy(flaw, promise));

    [Fact]
    public async Task A_store_without_a_flaw_breaks_none() => Assert.Null(await FirstBrokenBy(Flaw.None));

    private static async Task<string?> FirstBrokenBy(Flaw flaw, string? only = null) =>
        await FirstBroken<JobStoreContract>(() => new FlawedJobs(flaw), only)
        ?? await FirstBroken<CatalogContract>(() => new FlawedCatalog(flaw), only)
        ?? await FirstBroken<OutboxContract>(() => new FlawedOutbox(flaw), only);

    private static async Task<string?> FirstBroken<T>(Func<T> make, string? only)
    {
        foreach (var promise in typeof(T).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)) && (only is null || method.Name == only)))
        {
            var rows = promise.GetCustomAttributes<InlineDataAttribute>().SelectMany(inline => inline.GetData(promise)).DefaultIfEmpty([]);
            foreach (var row in rows)
            {
                try
                {
                    await (Task)promise.Invoke(make(), [.. row.Zip(promise.GetParameters(), (value, parameter) => Convert.ChangeType(value, parameter.ParameterType, null))])!;
                }
                catch (Exception e) when (e is not TargetInvocationException)
                {
                    return promise.Name;
                }
            }
        }

        return null;
    }

    private sealed class FlawedJobs : JobStoreContract
    {
        private readonly MemoryStore _store;

        public FlawedJobs(Flaw flaw) => _store = new MemoryStore(Clock, rules: null, flaw);

        protected override IJobStore Jobs => _store;

        protected override ICatalog Catalog => _store;

        protected override IOutbox Outbox => _store;
    }

    private sealed class FlawedCatalog(Flaw flaw) : CatalogContract
    {
        protected override ICatalog Catalog { get; } = new MemoryStore(new FakeTimeProvider(), rules: null, flaw);
    }

    private sealed class FlawedOutbox : OutboxContract
    {
        private readonly MemoryStore _store;

        public FlawedOutbox(Flaw flaw) => _store = new MemoryStore(Clock, rules: null, flaw);

        protected override ICatalog Catalog => _store;

        protected override IOutbox Outbox => _store;
    }
}
