//! Lists: what is in reach, in which order, page by page.

use crate::{
    rebuild::{fill, lead_received},
    support::{at, events, id, on_each, person},
};
use uuid::Uuid;
use yizhi_casework::case::Case;
use yizhi_dispatch::lead::Lead;
use yizhi_domain::{
    id::{BrigadeCode, CaseId, DepartmentCode, LeadId},
    permit::{Reach, Subject},
};
use yizhi_linkage::link::Link;
use yizhi_persistence::{
    CaseFilter, CaseSort, LeadFilter, LeadSort, LinkFilter, LinkSort, PartyRow, SideRow, Store, StoreError,
};

fn brigade(code: &str) -> Reach {
    Reach::Brigade(BrigadeCode::try_new(code).unwrap())
}

fn own(id: &str) -> Reach {
    Reach::Own(person(id))
}

fn department(code: &str) -> Reach {
    Reach::Department(DepartmentCode::try_new(code).unwrap())
}

async fn case_ids(store: &Store, reaches: &[Reach], filter: &CaseFilter) -> Vec<Uuid> {
    let page = store
        .cases(reaches, filter, CaseSort::Opened, None, 100)
        .await
        .unwrap();
    let mut ids: Vec<Uuid> = page.rows.iter().map(|row| row.case_id.0).collect();
    ids.sort_unstable();
    ids
}

async fn lead_ids(store: &Store, reaches: &[Reach], filter: &LeadFilter) -> Vec<Uuid> {
    let page = store
        .leads(reaches, filter, LeadSort::Received, None, 100)
        .await
        .unwrap();
    let mut ids: Vec<Uuid> = page.rows.iter().map(|row| row.lead_id.0).collect();
    ids.sort_unstable();
    ids
}

async fn link_ids(store: &Store, reaches: &[Reach], filter: &LinkFilter) -> Vec<Uuid> {
    let page = store
        .links(reaches, filter, LinkSort::Referred, None, 100)
        .await
        .unwrap();
    let mut ids: Vec<Uuid> = page.rows.iter().map(|row| row.link_id.0).collect();
    ids.sort_unstable();
    ids
}

/// What a list shows is what the permit says of each single thing.
#[tokio::test]
async fn scope_cuts_lists_as_the_permit_says() {
    on_each(|store: Store| async move {
        fill(&store).await;
        let mut cases: Vec<(Uuid, Subject)> = Vec::new();
        let mut leads: Vec<(Uuid, Subject)> = Vec::new();
        let mut links: Vec<(Uuid, Subject)> = Vec::new();
        for n in 1..=6 {
            cases.push((
                id(n),
                store.load::<Case>(id(n)).await.unwrap().unwrap().0.subject(),
            ));
        }
        for n in 101..=104 {
            leads.push((
                id(n),
                store.load::<Lead>(id(n)).await.unwrap().unwrap().0.subject(),
            ));
        }
        for n in 201..=203 {
            links.push((
                id(n),
                store.load::<Link>(id(n)).await.unwrap().unwrap().0.subject(),
            ));
        }
        let covered = |subjects: &[(Uuid, Subject)], reaches: &[Reach]| -> Vec<Uuid> {
            let seen = |subject: &Subject| reaches.iter().any(|reach| reach.covers(subject));
            subjects
                .iter()
                .filter(|(_, subject)| seen(subject))
                .map(|(id, _)| *id)
                .collect()
        };
        let mut seen = Vec::new();
        for reaches in [
            vec![],
            vec![Reach::Bureau],
            vec![brigade("B3")],
            vec![brigade("B2")],
            vec![own("P1")],
            vec![own("P0001")],
            vec![own("P0007")],
            vec![own("nobody")],
            vec![department("D2")],
            vec![own("P0007"), department("D1")],
            vec![brigade("B4"), own("P0002"), department("D3")],
        ] {
            let shown = case_ids(&store, &reaches, &CaseFilter::default()).await;
            assert_eq!(shown, covered(&cases, &reaches), "cases {reaches:?}");
            let shown = lead_ids(&store, &reaches, &LeadFilter::default()).await;
            assert_eq!(shown, covered(&leads, &reaches), "leads {reaches:?}");
            let shown = link_ids(&store, &reaches, &LinkFilter::default()).await;
            assert_eq!(shown, covered(&links, &reaches), "links {reaches:?}");
            let single = store.case_row(&reaches, CaseId(id(1))).await.unwrap().is_some();
            assert_eq!(single, covered(&cases, &reaches).contains(&id(1)));
            let single = store.lead_row(&reaches, LeadId(id(101))).await.unwrap().is_some();
            assert_eq!(single, covered(&leads, &reaches).contains(&id(101)));
            let stages = store.case_stages(&reaches).await.unwrap();
            let sum: u64 = stages.iter().map(|(_, many)| many).sum();
            assert_eq!(usize::try_from(sum).unwrap(), covered(&cases, &reaches).len());
            seen.push(stages);
        }
        seen
    })
    .await;
}

#[tokio::test]
async fn pages_show_each_row_once_also_over_ties() {
    on_each(|store: Store| async move {
        // Thirty leads, ten each at three moments: with and without a fraction of the second.
        let moments = [
            "2026-07-20T09:00:00+08:00",
            "2026-07-20T09:00:00.5+08:00",
            "2026-07-20T09:00:00.500001+08:00",
        ];
        for n in 0..30_u32 {
            let now = at(moments[usize::try_from(n % 3).unwrap()]);
            store
                .execute(events::<Lead>(id(500 - n), n, now, vec![lead_received(n)]))
                .await
                .unwrap();
        }
        let mut orders = Vec::new();
        for sort in [LeadSort::Received, LeadSort::Due] {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let filter = LeadFilter::default();
                let page = store
                    .leads(&[Reach::Bureau], &filter, sort, after.as_deref(), 7)
                    .await
                    .unwrap();
                assert!(page.rows.len() <= 7);
                seen.extend(page.rows.iter().map(|row| (row.received_at, row.lead_id.0)));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            let mut wanted = seen.clone();
            match sort {
                LeadSort::Received => wanted.sort_unstable_by(|a, b| b.cmp(a)),
                LeadSort::Due => wanted.sort_unstable_by_key(|(_, id)| *id),
            }
            wanted.dedup();
            assert_eq!(seen.len(), 30);
            assert_eq!(seen, wanted);
            orders.push(seen);
        }
        let bad = store
            .leads(
                &[Reach::Bureau],
                &LeadFilter::default(),
                LeadSort::Due,
                Some("00"),
                7,
            )
            .await;
        assert!(matches!(bad, Err(StoreError::BadPageKey)));
        let first = store
            .leads(&[Reach::Bureau], &LeadFilter::default(), LeadSort::Due, None, 7)
            .await
            .unwrap();
        let foreign = first.next.as_deref();
        let bad = store
            .leads(
                &[Reach::Bureau],
                &LeadFilter::default(),
                LeadSort::Received,
                foreign,
                7,
            )
            .await;
        assert!(
            matches!(bad, Err(StoreError::BadPageKey)),
            "a key belongs to its order"
        );
        let all = store
            .leads(&[Reach::Bureau], &LeadFilter::default(), LeadSort::Due, None, 0)
            .await
            .unwrap();
        assert_eq!(all.rows.len(), 1, "at least one row");
        orders
    })
    .await;
}

#[tokio::test]
async fn cases_come_in_the_order_of_the_law() {
    on_each(|store: Store| async move {
        fill(&store).await;
        let mut pages = Vec::new();
        for sort in [CaseSort::Due, CaseSort::Updated, CaseSort::Opened] {
            let filter = CaseFilter::default();
            let whole = store
                .cases(&[Reach::Bureau], &filter, sort, None, 100)
                .await
                .unwrap();
            assert_eq!((whole.rows.len(), &whole.next), (6, &None));
            let (mut rows, mut after) = (Vec::new(), None);
            loop {
                let page = store
                    .cases(&[Reach::Bureau], &filter, sort, after.as_deref(), 1)
                    .await
                    .unwrap();
                rows.extend(page.rows);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(rows, whole.rows);
            pages.push(rows);
        }
        let due: Vec<_> = pages[0]
            .iter()
            .map(|row| row.next_due.as_ref().map(|limit| limit.due_on))
            .collect();
        assert!(due.is_sorted_by_key(|day| (day.is_none(), *day)), "{due:?}");
        assert!(pages[1].is_sorted_by_key(|row| std::cmp::Reverse(row.updated_at)));
        assert!(
            pages[0]
                .iter()
                .all(|row| row.hands == [person("P1"), person("P2")])
        );
        let all = store
            .running_deadlines("9999-12-31".parse().unwrap())
            .await
            .unwrap();
        assert!(!all.is_empty() && all.is_sorted_by_key(|running| running.deadline.due_on));
        let none = store
            .running_deadlines("2026-07-01".parse().unwrap())
            .await
            .unwrap();
        assert!(none.is_empty());
        pages
    })
    .await;
}

#[tokio::test]
async fn filters_and_search() {
    on_each(|store: Store| async move {
        fill(&store).await;
        let every = [Reach::Bureau];
        let party = store
            .case_row(&every, CaseId(id(2)))
            .await
            .unwrap()
            .unwrap()
            .party_id
            .unwrap();
        let mut named = crate::support::add(900, 9000);
        named.rows = vec![SideRow::Party(PartyRow {
            id: party,
            kind: yizhi_domain::party::PartyKind::Organisation,
            name: "100%_Gas\\店（虚构）".to_owned(),
            code: "91330383MA2AT9T61B".to_owned(),
            representative: None,
            address: "示例路1号".to_owned(),
            phone: None,
            salt: String::new(),
        })];
        store.execute(named).await.unwrap();
        let row = store.case_row(&every, CaseId(id(2))).await.unwrap().unwrap();
        assert_eq!(row.party_name.as_deref(), Some("100%_Gas\\店（虚构）"));

        let mut found = Vec::new();
        for (words, many) in [
            ("100%_gas\\", 5),
            ("0%_G", 5),
            ("0%G", 0),
            ("1%g", 0),
            ("虚构", 5),
            ("字〔2026〕", 5),
            ("第000001号", 5),
            ("无证经营", 1),
            ("GAS", 5),
            ("没有这样的案件", 0),
            ("'; DROP TABLE case_list; --", 0),
            ("  ", 6),
            ("\0", 0),
            (&"长".repeat(60_000), 0),
        ] {
            let filter = CaseFilter {
                q: Some(words.to_owned()),
                ..CaseFilter::default()
            };
            assert_eq!(case_ids(&store, &every, &filter).await.len(), many, "{words}");
        }
        for filter in [
            CaseFilter {
                stage: Some(vec!["verification".into(), "served".into()]),
                ..CaseFilter::default()
            },
            CaseFilter {
                stage: Some(Vec::new()),
                ..CaseFilter::default()
            },
            CaseFilter {
                waiting_for: Some("officer".into()),
                ..CaseFilter::default()
            },
            CaseFilter {
                brigade: BrigadeCode::try_new("B9").ok(),
                ..CaseFilter::default()
            },
            CaseFilter {
                item: row.item,
                ..CaseFilter::default()
            },
            CaseFilter {
                stage: Some(vec!["\0".into()]),
                ..CaseFilter::default()
            },
            CaseFilter {
                hand: Some(person("P2")),
                ..CaseFilter::default()
            },
            CaseFilter {
                due_through: "2026-08-10".parse().ok(),
                ..CaseFilter::default()
            },
        ] {
            found.push(case_ids(&store, &every, &filter).await);
        }
        assert_eq!(found[0], [id(1), id(6)]);
        assert!(found[1].is_empty() && found[3].is_empty());
        assert_eq!((found[4].len(), found[5].len(), found[6].len()), (5, 0, 6));

        let filter = LeadFilter {
            state: Some(vec!["received".into()]),
            q: Some("油烟".into()),
            ..LeadFilter::default()
        };
        assert_eq!(
            lead_ids(&store, &every, &filter).await,
            [id(102), id(103), id(104)]
        );
        let filter = LinkFilter {
            urgent: Some(true),
            q: Some("虚构".into()),
            ..LinkFilter::default()
        };
        assert_eq!(link_ids(&store, &every, &filter).await, [id(203)]);
        let counts = (
            store.open_leads_by_station(&every).await.unwrap(),
            store.open_cases_by_station(&every).await.unwrap(),
            store.lead_states(&every).await.unwrap(),
            store.link_states(&every).await.unwrap(),
        );
        assert_eq!(
            counts.2,
            [("dispatched".to_owned(), 1), ("received".to_owned(), 3)]
        );
        assert_eq!(counts.3, [("accepted".to_owned(), 1), ("referred".to_owned(), 2)]);
        let load = store.open_cases_by_person().await.unwrap();
        assert_eq!(load, [(person("P1"), 6), (person("P2"), 6)].into());
        let over = |today: &str, reach: Reach| {
            let (store, today) = (store.clone(), today.parse().unwrap());
            async move { store.overdue_cases(&[reach], today).await.unwrap() }
        };
        assert_eq!(over("2026-07-20", Reach::Bureau).await, 0);
        assert_eq!(over("2030-01-01", Reach::Bureau).await, 6);
        assert_eq!(over("2030-01-01", brigade("B9")).await, 0);
        let stations: u64 = counts.0.iter().map(|(_, many)| many).sum();
        assert_eq!(stations, 3);
        (found, counts.1)
    })
    .await;
}
