//! Settings that travel with the journal, and the lists and cards of `content/`.

use crate::Unlocked;
use crate::dto::{
    Card, CardRequest, Choice, Choices, Failure, FeelingGroup, KindChoice, Settings, Theme,
};
use crate::wire::Wire;
use goldseam_content as content;
use goldseam_vault::table::setting;

/// Text sizes on offer, in percent.
const TEXT_SIZES: [u32; 5] = [90, 100, 115, 130, 150];

impl Unlocked {
    /// The settings.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let text = |key| setting::get(&self.vault, key);
        let flag = |key| text(key).map(|value| value.as_deref() == Some("yes"));
        let hour = |key, default: u8| {
            text(key).map(|value| value.and_then(|hour| hour.parse().ok()).unwrap_or(default))
        };
        Ok(Settings {
            theme: match text("theme")? {
                Some(id) => Theme::of(&id)?,
                None => Theme::System,
            },
            text_size: text("text_size")?
                .and_then(|size| size.parse().ok())
                .unwrap_or(100),
            notifications: flag("notifications")?,
            background: flag("background")?,
            plain_today: flag("plain_today")?,
            quiet_from: hour("quiet_from", 21)?,
            quiet_to: hour("quiet_to", 8)?,
        })
    }

    /// Sets the settings.
    ///
    /// # Errors
    /// A text size or hour that is not on offer; the disk's refusal.
    pub fn settings_set(&mut self, wanted: &Settings) -> Result<Settings, Failure> {
        if !TEXT_SIZES.contains(&wanted.text_size) {
            return Err(Failure::input("That text size is not on offer."));
        }
        if wanted.quiet_from > 23 || wanted.quiet_to > 23 {
            return Err(Failure::input("Hours run from 0 to 23."));
        }
        let yes_no = |on| if on { "yes" } else { "no" };
        let hours = (wanted.quiet_from.to_string(), wanted.quiet_to.to_string());
        self.vault.commit(|write| {
            setting::set(write, "theme", wanted.theme.id())?;
            setting::set(write, "text_size", &wanted.text_size.to_string())?;
            setting::set(write, "notifications", yes_no(wanted.notifications))?;
            setting::set(write, "background", yes_no(wanted.background))?;
            setting::set(write, "plain_today", yes_no(wanted.plain_today))?;
            setting::set(write, "quiet_from", &hours.0)?;
            setting::set(write, "quiet_to", &hours.1)
        })?;
        self.settings()
    }

    /// All lists to choose from.
    pub fn choices(&self) -> Choices {
        let lists = content::content().choices();
        let of = |list: &[content::Choice]| {
            list.iter()
                .map(|choice| Choice {
                    id: choice.id.clone(),
                    label: choice.label.clone(),
                })
                .collect()
        };
        Choices {
            relationships: of(&lists.relationships),
            age_bands: of(&lists.age_bands),
            causes: of(&lists.causes),
            sizes: of(&lists.sizes),
            day_parts: of(&lists.day_parts),
            states: of(&lists.states),
            feelings: content::content()
                .feelings()
                .iter()
                .map(|group| FeelingGroup {
                    label: group.label.clone(),
                    names: group.names.clone(),
                })
                .collect(),
            kinds: content::content()
                .cards()
                .iter()
                .map(|card| KindChoice {
                    kind: card.kind.clone(),
                    group: card.group.id().to_owned(),
                    label: card.label.clone(),
                })
                .collect(),
        }
    }

    /// The short card of a response or repair move.
    ///
    /// # Errors
    /// No such kind.
    pub fn card(&self, request: &CardRequest) -> Result<Card, Failure> {
        let card = content::content()
            .card(&request.kind)
            .ok_or_else(Failure::not_found)?;
        let from = content::content()
            .articles()
            .iter()
            .find(|article| article.id == card.from)
            .map(|article| article.title.clone())
            .unwrap_or_default();
        Ok(Card {
            kind: card.kind.clone(),
            name: card.name.clone(),
            clinical: card.clinical.clone(),
            group: card.group.id().to_owned(),
            looks_like: card.looks_like.clone(),
            reasons: card.reasons.clone(),
            cost: card.cost.clone(),
            instead: card.instead.clone(),
            sayings: card.sayings.clone(),
            from,
        })
    }
}
